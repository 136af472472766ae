/** Names that tell one place from another in a claim: countries, provinces, prefectures, and what one says for them. */
const names = `
中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 意大利 西班牙 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 芬兰 丹麦 波兰 乌克兰 希腊 土耳其
伊朗 伊拉克 以色列 叙利亚 沙特 阿联酋 埃及 南非 尼日利亚 肯尼亚 印度 巴基斯坦 孟加拉 尼泊尔 缅甸 泰国 越南 老挝 柬埔寨 马来西亚 新加坡
印尼 菲律宾 澳大利亚 澳洲 新西兰 加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 古巴 蒙古 哈萨克斯坦 阿富汗 欧洲 非洲 梵蒂冈 奥地利 匈牙利
东京 大阪 首尔 纽约 洛杉矶 伦敦 巴黎 莫斯科 悉尼 墨尔本
北京 天津 上海 重庆 香港 澳门 台湾 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南
四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 雄安
石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 满洲里 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 绥芬河
南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 义乌 衢州 舟山 台州 丽水
合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门
长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州
成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 西昌 汶川 九寨沟 都江堰 峨眉山
贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 瑞丽 拉萨 日喀则 昌都 林芝
西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 和田 伊犁 石河子
台北 新北 桃园 台中 台南 高雄
`;

/** The counties and districts of Sichuan; one whose name is also an everyday word keeps its 区 or 县. */
const counties = `
锦江 青羊 金牛区 武侯 成华 龙泉驿 青白江 新都 温江 双流 郫都 郫县 新津 金堂 大邑 蒲江 彭州 邛崃 崇州 简阳 自流井 贡井 大安区 沿滩 荣县 富顺 仁和区 米易 盐边
江阳区 纳溪 龙马潭 泸县 合江 叙永 古蔺 旌阳 罗江 中江 广汉 什邡 绵竹 涪城 游仙 安州 三台 盐亭 梓潼 北川 平武 江油 利州 昭化 朝天区 旺苍 青川 剑阁 苍溪
船山 安居区 蓬溪 大英县 射洪 东兴区 威远 资中 隆昌 沙湾区 五通桥 金口河 犍为 井研 夹江 沐川 峨边 马边 顺庆 高坪区 嘉陵区 南部县 营山 蓬安 仪陇 西充 阆中
东坡区 彭山 仁寿 洪雅 丹棱 青神 翠屏 南溪 叙州 江安县 长宁县 高县 珙县 筠连 兴文 屏山县 前锋区 岳池 武胜 邻水 华蓥 通川 达川 宣汉 开江 大竹县 渠县 万源
雨城 名山区 荥经 汉源 石棉县 天全 芦山 宝兴 巴州 恩阳 通江 南江 平昌县 雁江 安岳 乐至 马尔康 松潘 金川 小金县 黑水县 壤塘 若尔盖 红原 理县 茂县
康定 泸定 丹巴 九龙县 雅江 道孚 炉霍 新龙县 德格 白玉县 石渠 色达 理塘 巴塘 乡城县 稻城 得荣 会理 木里 盐源 德昌 会东县 宁南 普格 布拖 金阳县 昭觉 喜德 冕宁 越西 甘洛 美姑 雷波
`;

/** What a preventive or harmful thing is called; another one makes another claim. */
const substances = `
板蓝根 双黄连 连花清瘟 莲花清瘟 藿香正气 金银花 鱼腥草 艾草 艾叶 艾灸 姜片 生姜 大蒜 大葱 洋葱 熏醋 白醋 陈醋 醋 白酒 红酒 啤酒 酒精 酒 绿茶 红茶 单枞茶 茶
盐水 食盐 碘盐 小苏打 双氧水 消毒液 洁厕灵 洁厕剂 阿司匹林 布洛芬 阿奇霉素 头孢 青霉素 抗生素 维生素c 维生素d 维c 羟氯喹 瑞德西韦 磷酸氯喹 达菲 奥司他韦 伟哥 降压药 避孕药
鸡蛋 牛奶 豆浆 蜂蜜 草莓 香蕉 苹果 西瓜 芒果 柠檬 榴莲 柿子 荔枝 葡萄 樱桃 猪肉 牛肉 羊肉 鸡肉 鱼肉 三文鱼 螃蟹 小龙虾 虾 木耳 香菇 蘑菇 菠菜 土豆 红薯 西红柿 黄瓜 花生 核桃 绿豆 红枣 枸杞 辣椒 味精 风油精 蜂毒 童子尿 汗水 屁
`;

/** Whose school begins or closes. */
const grades = "幼儿园 小学 初中 高中 大学 初三 高三";

/** Finds which of the words stand in a text; of those that begin at one place only the longest. */
function finder(words: string): (text: string) => Set<string> {
  const byFirst = new Map<string, string[]>();
  for (const word of words.trim().split(/\s+/u)) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  for (const same of byFirst.values()) same.sort((one, other) => other.length - one.length);
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      const word = byFirst.get(text.charAt(at))?.find((one) => text.startsWith(one, at));
      if (word === undefined) continue;
      found.add(word);
      at += word.length - 1;
    }
    return found;
  };
}

/** The places that a normalised text names. */
export const placesIn = finder(names + counties);
/** The preventive or harmful things that a normalised text names. */
export const substancesIn = finder(substances);
/** The grades of school that a normalised text names. */
export const gradesIn = finder(grades);
